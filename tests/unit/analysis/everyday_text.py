"""Everyday words of schools and streets, written for the tests; they name nobody, whoever is on the roll."""

from __future__ import annotations

LINES = (
    "Welcome to our school", "Please sign in at reception", "Fire exit keep clear", "Wash your hands",
    "We will all hope for better weather", "Summer fair on the field", "Open until May", "By the grace of the day",
    "Today is Monday", "The weather is sunny", "Our class rules", "Listen when others are speaking",
    "Put your hand up", "Kind hands, kind feet, kind words", "Golden rules", "This week's spellings",
    "Library opens at lunch", "Quiet reading corner", "Times tables", "Five a day", "Plastic bottles only",
    "Cloakroom", "Lost property", "Staff only", "Mind the step", "No ball games", "Car park", "Deliveries",
    "Autumn leaves and winter trees", "Spring term", "The price of milk", "A young team of writers",
    "The life cycle of a frog", "Solid, liquid and gas", "Rivers and mountains", "The Great Fire of London",
    "Roman roads", "Ancient Egypt", "The Stone Age", "Black and white photographs", "A long walk in the wood",
    "The king and the queen", "Moss grows on stone", "The walker crossed the hill", "Green for go, red for stop",
    "Sports day results", "First, second, third", "Tug of war", "Egg and spoon race", "Sack race",
    "Christmas concert tickets", "Harvest festival", "Easter bonnet parade", "Book week", "Dress as a character",
    "Bring a packed lunch", "Return the form by Friday", "Parents evening", "Second-hand uniform sale",
    "Cakes fifty pence", "Raffle prizes", "Face painting", "Face paint", "Save water", "Turn off the lights",
    "Paper, glass and cans", "Walk to school", "Cycle training", "Swimming on Tuesdays", "Choir practice",
    "Chess club", "Coding club", "Football training", "Netball court", "Music room", "Science lab", "Main hall",
    "Head up, shoulders back", "What do plants need to grow?", "Light travels in straight lines",
    "Once upon a time", "They lived happily ever after", "The end", "Chapter one", "Contents", "Index",
    "A dog ran after the cat", "She sells sea shells", "One, two, buckle my shoe", "Happy new year",
    "Good morning everybody", "How are you feeling today?", "Ready to learn", "Star jumps and squats",
    "Half and quarter", "Add, take away, share", "Odd and even", "Hundreds, tens and ones", "Measure in metres",
    "North, east, south and west", "Sale now on", "Half price", "Buy one get one free", "Bus stop", "Town centre",
    "The best day of the summer", "May contain nuts", "Where there is a will there is a way", "Never lose hope",
    "The rose and the lily", "Joy to the world", "Ruby red and jade green", "Mark the right answer",
    "Pat the ball", "A penny for your thoughts", "The robin sat on a branch", "Poppy appeal", "Holly and ivy",
)  # fmt: skip
