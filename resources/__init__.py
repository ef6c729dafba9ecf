"""Files that travel with the program: sample pictures today; icons, styles and translations later."""
