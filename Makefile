# The commands of the project. `make run` and `make test` do all the set-up themselves.
.DEFAULT_GOAL := help
.PHONY: texts bench-memory bench-learning bench-remembering pass-rates variants weigh help run samples screenshots test lint bench evaluate evaluate-parser data train-detector train-glyphs train-heads train-typeface train-accents train-language train-parser observe export mean goldens mathjax clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
# Inside the environment, so that removing one removes the other.
STAMPS := $(VENV)/.stamps
INPUTS := pyproject.toml constraints.txt packaging/system.sh
# Arguments for the trainer's programs, e.g. make train-detector ARGS="--help"
ARGS ?=

help:
	@echo "make run              open the window"
	@echo "make samples          recognise the sample pictures and print their LaTeX, without a window"
	@echo "make test             linters, types, import rules and tests"
	@echo "make lint             the same without the tests"
	@echo "make screenshots      pictures of the window's main states, in build/screenshots"
	@echo "make bench            speed of the stages, memory, model sizes"
	@echo "make bench-memory     hits, false hits, look-up and search of the memory (needs TeX)"
	@echo "make bench-learning   right answers and calibration before and after a user's verdicts (needs TeX)"
	@echo "make bench-remembering both of these tables, one after the other"
	@echo "make pass-rates       how many formulas each format takes (ARGS=\"FILE... --node-modules FOLDER\")"
	@echo "make evaluate         accuracy on the evaluation sets (ARGS=\"--conditions --kinds\": real inputs, structures)"
	@echo "make evaluate-parser  accuracy where every symbol is seen right"
	@echo "make data             typeset training data (needs TeX)"
	@echo "make train-detector   train the symbol detector"
	@echo "make train-glyphs     train the glyph classifier"
	@echo "make train-heads      train the last layers of both classifiers together"
	@echo "make train-typeface   train the network that tells the typeface"
	@echo "make train-accents    train the network that finds accents in the boxes of letters"
	@echo "make texts            formulas as texts, for the language model"
	@echo "make train-language   train the language model"
	@echo "make train-parser     train the layout parser"
	@echo "make observe          record what the detector really sees, for the parser"
	@echo "make weigh            how much parser, eyes and language model count"
	@echo "make variants         the weights in fewer bits: sizes, accuracy, times"
	@echo "make export           checkpoints to ONNX, with the manifest"
	@echo "make mean             the mean of two sets of weights"
	@echo "make goldens          the golden pictures of the tests (needs TeX)"
	@echo "make mathjax          the script of the preview (needs Node.js)"
	@echo "make clean            remove the environment and generated folders"

$(STAMPS)/venv: packaging/system.sh
	@sh packaging/system.sh base
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: $(STAMPS)/venv $(INPUTS)
	@sh packaging/system.sh gui
	@echo "installing scipix into $(VENV)"
	@$(PIP) setuptools
# Annoy has to be compiled. Where that fails the program does without it.
	@$(PIP) -qq --no-build-isolation --editable '.[gui,annoy]' || $(PIP) --no-build-isolation --editable '.[gui]'
	@touch $@

$(STAMPS)/dev: $(STAMPS)/run
	@sh packaging/system.sh screen
	@echo "installing the developer's tools into $(VENV)"
	@$(PIP) --no-build-isolation --editable '.[gui,dev]'
	@touch $@

$(STAMPS)/training: $(STAMPS)/run
	@echo "installing the trainer's libraries into $(VENV)"
	@$(PIP) --no-build-isolation --editable '.[gui,training]'
	@touch $@

$(STAMPS)/tex: packaging/system.sh
	@sh packaging/system.sh tex
	@mkdir -p $(STAMPS) && touch $@

run: $(STAMPS)/run
	@$(BIN)/scipix $(ARGS)

samples: $(STAMPS)/run
	@$(BIN)/scipix ocr resources/samples

screenshots: $(STAMPS)/dev
	$(BIN)/python tests/screenshots.py $(ARGS)

lint: $(STAMPS)/dev
	$(BIN)/python packaging/typing_tree.py
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/python -m pytest --numprocesses auto --dist loadgroup

bench: $(STAMPS)/dev
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable --benchmark-columns=min,median,rounds -s
	$(BIN)/python tests/benchmarks/window_start.py
	$(BIN)/python tests/benchmarks/event_loop_gap.py
	$(BIN)/python -m scipix.models.training.bench $(ARGS)

bench-memory: $(STAMPS)/dev $(STAMPS)/tex
	$(BIN)/python tests/benchmarks/memory.py $(ARGS)

bench-learning: $(STAMPS)/dev $(STAMPS)/tex
	$(BIN)/python tests/benchmarks/learning.py $(ARGS)

bench-remembering: bench-memory bench-learning

pass-rates: $(STAMPS)/dev
	@$(PIP) --no-build-isolation --editable '.[gui,proof]'
	$(BIN)/python tests/benchmarks/target_pass_rates.py $(ARGS)

evaluate-parser: $(STAMPS)/dev $(STAMPS)/tex
	$(BIN)/python -m scipix.models.training.evaluate_parser $(ARGS)

evaluate: $(STAMPS)/dev $(STAMPS)/tex
	$(BIN)/python -m scipix.models.training.evaluate $(ARGS)

data: $(STAMPS)/training $(STAMPS)/tex
	$(BIN)/python -m scipix.models.training.make_data $(ARGS)

goldens: $(STAMPS)/training $(STAMPS)/tex
	$(BIN)/python -m scipix.models.training.make_goldens --out tests/engine/recognize/goldens $(ARGS)

train-detector: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_detector $(ARGS)

train-glyphs: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_glyphs $(ARGS)

train-heads: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_heads $(ARGS)

train-typeface: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_typeface $(ARGS)

train-accents: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_accents $(ARGS)

texts: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.texts $(ARGS)

train-language: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_language $(ARGS)

train-parser: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.train_parser $(ARGS)

observe: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.observe $(ARGS)

export: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.export $(ARGS)

mean: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.mean $(ARGS)

weigh: $(STAMPS)/dev
	$(BIN)/python -m scipix.models.training.weigh $(ARGS)

variants: $(STAMPS)/training
	$(BIN)/python -m scipix.models.training.variants $(ARGS)

# Built in a copy, so that no package of Node.js lies among the files that travel with the program.
mathjax:
	@mkdir -p build/mathjax
	cp resources/mathjax/*.js resources/mathjax/*.mjs resources/mathjax/package*.json build/mathjax/
	cd build/mathjax && npm ci --no-audit --no-fund && npm run build
	cp build/mathjax/mathjax.js build/mathjax/bundle.json resources/mathjax/

clean:
	rm -rf $(VENV) .typing build *.egg-info .mypy_cache .ruff_cache .pytest_cache
