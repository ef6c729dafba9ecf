"""Widgets. They show what they are given and tell what the user does; they decide nothing."""
