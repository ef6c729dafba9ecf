"""The science of scipix: numpy arrays in, frozen results out.

Nothing in here knows of windows, settings, files other than the models, or printing.
"""
