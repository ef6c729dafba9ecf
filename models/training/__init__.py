"""The code that makes the weights: pictures, labels, degradation, training and export."""
