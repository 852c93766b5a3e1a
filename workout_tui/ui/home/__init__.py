"""What Home shows, below the screen."""
