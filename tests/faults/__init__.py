"""What happens when disks, files and other programs misbehave."""
