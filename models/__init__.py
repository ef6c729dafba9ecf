"""The weights, their manifest and model card; ``training`` holds the code that makes them."""
