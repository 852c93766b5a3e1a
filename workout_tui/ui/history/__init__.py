"""What stands behind the History screen: the list as far as it was read, the map, what was searched for."""
