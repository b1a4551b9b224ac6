"""What running text mentions: the numbers and the dates that it states, each with its place."""
