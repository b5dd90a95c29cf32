"""From this repository to a program that is installed like any other: the recipe, its checks, installers."""
