/**
 * Given names common in US schools, of many origins. A name that is also an everyday word, a month or a place stands in
 * one of the lists below it, where it is asked about only when what surrounds it speaks of a person.
 */
const names = `
Aaliyah Aaron Abdi Abdul Abdullah Abigail Adam Adrian Adriana Ahmad Ahmed Aiden Aisha Alan Alejandra Alejandro Alex Alexander
Alexandra Alexis Ali Alicia Allison Alondra Alyssa Amanda Amari Amelia Amina Amir Amirah Amy Ana Anastasia Andre Andrea
Andres Andrew Angela Angelina Anika Anna Anthony Antonio Ariana Arjun Armando Arturo Ashanti Ashley Ava Ayaan Aziz Beatriz
Benjamin Bianca Brandon Brian Brianna Bryan Bryce Caden Caleb Cameron Camila Carlos Carmen Caroline Catherine Cesar Chloe
Christina Christopher Claire Clara Connor Cristian Daniel Daniela Danielle Dante Darius Darnell David Deandre Deja Demetrius
Denise Deshawn Devin Devon Diana Diego Dominic Dylan Eduardo Edwin Elena Eli Elias Elijah Elizabeth Ella Emiliano Emily Emma
Emmanuel Enrique Eric Erica Erin Esteban Ethan Eva Evan Evelyn Fatima Fernando Francisco Gabriel Gabriela Gavin Gloria
Gregory Guadalupe Hannah Hassan Hector Henry Ian Ibrahim Imani Isaac Isabella Isaiah Ivan Jackson Jacob Jada Jamal James
Jamie Janelle Jaquan Jasmine Jason Javier Jayden Jayla Jaylen Jennifer Jenny Jeremiah Jeremy Jesse Jessica Jesus Jimmy Joel
John Jonathan Jorge Jose Joseph Joshua Josiah Juan Julia Julian Justin Kaitlyn Kareem Karen Katherine Katie Kayla Keisha
Kelly Kenneth Kevin Khadija Khalil Kiana Kiara Kimberly Kobe Kyle Laila Lamar Laura Lauren Layla Leah Leilani Leo Liam Linda
Lisa Logan Lucas Lucia Luis Luke Maddie Malachi Malcolm Malik Manuel Marcos Marcus Margarita Maria Mariah Mariana Marisol
Marissa Martin Maryam Mateo Matthew Megan Mei Melanie Melissa Mia Micah Michael Michelle Miguel Minh Miriam Mohamed Mohammad
Mohammed Monica Monique Mustafa Nadia Naomi Natalie Natasha Nathan Nathaniel Nevaeh Nicholas Nicole Nina Noah Nora Oliver
Olivia Omar Oscar Pablo Paige Patricia Patrick Pedro Peter Priya Quentin Rachel Rafael Ramon Rashad Rashid Raul Raymond
Rebecca Ricardo Richard Roberto Rodrigo Rosa Ryan Samantha Samir Samuel Sandra Santiago Sara Sarah Scarlett Sean Sebastian
Serenity Sergio Shaquille Shreya Simone Sofia Sonia Sophia Sophie Stephanie Steven Tamika Tariq Taylor Terrell Thanh Thomas
Tiffany Timothy Tommy Tony Tracy Travis Trevor Tristan Tyrell Tyrone Valentina Vanessa Veronica Victor Vivian Wendy Wesley
William Xavier Ximena Xiomara Yasmin Yesenia Yusuf Zachary Zainab Zion Zoe
`;
const alsoWords = `
Amber Angel April Aria Art August Autumn Bill Chase Christian Crystal Daisy Dean Destiny Diamond Drew Faith Frank Genesis
Grace Grant Hazel Heather Hope Hunter Ivy Jack Jade Jasper Jay Joy June Justice King Lily Mark Mason Max May Maya Melody Nick
Parker Pearl Penny Princess Robin Rose Ruby Sage Summer Trinity Violet Will Willow
`;
const alsoPlaces = `
Austin Brooklyn Charlotte Chelsea Dallas Georgia Israel Jordan Madison Savannah Tyler Victoria Virginia
`;

const listed = (text: string) => new Set(text.trim().toLowerCase().split(/\s+/));

export const wordLikeNames = listed(alsoWords);
export const placeLikeNames = listed(alsoPlaces);
/** Lower-case, without diacritics. */
export const givenNames = new Set([...listed(names), ...wordLikeNames, ...placeLikeNames]);
