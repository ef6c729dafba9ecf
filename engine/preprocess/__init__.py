"""From any picture to dark ink on white paper at a canonical scale. ``pipeline.prepare`` runs the stages.

Each stage is a pure function in a module of its own. None of them binarises: the detector was trained on
anti-aliased pictures, and a clean black-on-white picture goes through all of them unchanged.
"""
