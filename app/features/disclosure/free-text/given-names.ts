/**
 * Given names common in US schools, of many origins. A name that is also an everyday word, a month or a place stands in
 * one of the lists below it, where it is asked about only when what surrounds it speaks of a person.
 */
const names = `
Aaliyah Aarav Aaron Abdi Abdul Abdullah Abebe Abigail Adam Adrian Adriana Agnieszka Ahmad Ahmed Aiden Aisha Alan Alejandra
Alejandro Alex Alexander Alexandra Alexis Ali Alicia Allison Alondra Alyssa Amanda Amare Amari Amelia Amina Amir Amirah Amy
Ana Ananya Anastasia Andre Andrea Andres Andrew Angela Angelina Anika Anna Anthony Antonio Ariana Arjun Armando Arturo
Ashanti Ashley Ava Ayaan Aziz Beatriz Benjamin Bianca Bogdan Brandon Brian Brianna Bryan Bryce Caden Caleb Cameron Camila
Carlos Carmen Caroline Catherine Cesar Chidi Chioma Chloe Christina Christopher Claire Clara Connor Cristian Daniel Daniela
Danielle Dante Darius Darnell David Deandre Deja Demetrius Denise Deshawn Devin Devon Diana Diego Diya Dmitri Dominic Dylan
Eduardo Edwin Elena Eli Elias Elijah Elizabeth Ella Emiliano Emily Emma Emmanuel Enrique Eric Erica Erin Esteban Ethan Eva
Evan Evelyn Ezra Fatima Fernando Francisco Gabriel Gabriela Gavin Gloria Gregory Guadalupe Hannah Haruto Hassan Hector Henry
Hoang Hussein Ian Ibrahim Imani Isaac Isabella Isaiah Ishaan Itzel Ivan Jabari Jackson Jacob Jada Jaden Jalen Jamal Jamar
James Jamie Janelle Jaquan Jasmine Jason Javier Jayden Jayla Jaylen Jennifer Jenny Jeremiah Jeremy Jesse Jessica Jesus
Jimena Jimmy Joaquin Joel John Jonathan Jorge Jose Joseph Joshua Josiah Juan Julia Julian Justin Kadeem Kaitlyn Kareem Karen
Katherine Katie Kavya Kayla Keanu Keisha Kelly Kenji Kenneth Kevin Khadija Khalil Khanh Kiana Kianna Kiara Kimberly Kobe
Kwame Kyle Laila Lakeisha Lamar Latasha LaToya Latoya Laura Lauren Layla Leah Leilani Leo Leticia Liam Linda Linh Lisa Logan
Lucas Lucia Luis Luke Lupita Maddie Malachi Malcolm Malik Maliyah Manuel Marcos Marcus Margarita Maria Mariah Mariana
Maribel Marisol Marissa Marquis Martin Maryam Mateo Matthew Megan Mei Melanie Melissa Mia Micah Michael Michelle Miguel Minh
Miriam Mohamed Mohammad Mohammed Monica Monique Mustafa Nadia Nakia Nalani Naomi Nasir Natalie Natasha Nathan Nathaniel Neha
Nevaeh Ngoc Ngozi Nia Nicholas Nicole Nikhil Nina Nizhoni Noa Noah Noemi Nora Olga Oliver Olivia Oluwaseun Omar Oscar
Osvaldo Pablo Paige Paloma Patricia Patrick Pedro Peter Phuong Pooja Priya Quang Quentin Quincy Rachel Rafael Raheem Rahul
Ramon Rania Rashad Rashid Raul Raymond Rebecca Ricardo Richard Rigoberto Roberto Rocio Rodrigo Rohan Rosa Ryan Samantha
Samir Samira Samuel Sandra Sanjay Santiago Sara Sarah Scarlett Sean Sebastian Serenity Sergio Seung Shanice Shaniqua
Shaquille Shira Shreya Simone Sofia Sonia Sophia Sophie Stephanie Steven Svetlana Tamika Tanisha Tariq Taylor Terrell Thanh
Thao Thiago Thomas Tiffany Timothy Tommy Tony Tracy Trang Travis Trayvon Tremaine Trevor Treyvon Tristan Tuan Tunde Tyree
Tyrell Tyrone Valentina Vanessa Veronica Victor Vikram Vivian Wendy Wesley William Xavier Xiaoyu Ximena Xiomara Xochitl
Yadira Yahir Yasmin Yesenia Yuki Yuna Yusuf Zachary Zahra Zainab Zaire Zihan Zion Zoe Zofia Zuri
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
