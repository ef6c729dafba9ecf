"""What happens when something is asked for: controllers know views and models, and nobody knows them."""
