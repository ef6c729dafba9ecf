"""What the program remembers: pictures it has answered, their history, corrections and what follows from
them."""
