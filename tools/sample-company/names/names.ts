// Names people may have, by language: common first names and family names, none of them anybody in particular.
import type { Language } from '../language.ts'

interface Names {
  readonly men: string
  readonly women: string
  readonly families: string
}

const written: Readonly<Record<Language, Names>> = {
  en: {
    men: 'Adam Alan Alfie Andrew Arthur Ben Callum Charles Colin Daniel David Edward Ethan Frank George Graham Harry Henry Ian Jack James Joe John Keith Leo Liam Lewis Mark Martin Matthew Nathan Neil Oliver Oscar Patrick Paul Peter Ravi Robert Ryan Sam Simon Stephen Thomas Tim Victor William',
    women:
      'Abigail Alice Amelia Amy Anita Anna Beth Carol Charlotte Claire Daisy Deborah Eleanor Ella Emily Emma Eve Fiona Freya Grace Hannah Helen Holly Imogen Isla Jane Janet Jess Joan Julia Karen Kate Laura Lily Linda Lucy Margaret Mary Megan Molly Nadia Olivia Priya Rachel Rose Ruth Sarah Sophie Susan Tara Zoe',
    families:
      'Abbott Allen Archer Ashby Atkins Bailey Barker Barnes Bell Bennett Birch Bishop Blake Booth Bradley Brooks Burton Carter Clarke Coleman Cooke Cooper Croft Dale Dawson Doyle Drake Ellis Farrell Fisher Fletcher Foster Fox Gibson Grant Greene Hale Harding Harper Hayes Holland Hudson Hughes Hunt Irving Jarvis Kelly Kerr Knight Lambert Lawson Lowe Marsh Mason Mills Moss Murphy Nash Newton Norris Osborne Page Palmer Parry Patel Pearce Porter Quinn Reid Rhodes Rowe Saunders Shaw Slater Spencer Stone Sutton Talbot Turner Vaughan Wade Walsh Warren Webb Wells West Wilde Wood Yates',
  },
  de: {
    men: 'Achim Alexander Andreas Anton Armin Bastian Benedikt Bernd Bruno Christian Christoph Daniel David Dennis Dieter Dirk Elias Emil Erik Felix Florian Frank Friedrich Georg Gerd Gregor Hannes Heiko Heinz Henrik Holger Ingo Jakob Jan Jens Joachim Johannes Jörg Julian Karl Klaus Konrad Lars Leon Linus Ludwig Lukas Manfred Marius Martin Matthias Max Michael Moritz Nico Noah Norbert Oliver Oskar Paul Peter Philipp Ralf Rolf Sebastian Stefan Theo Thomas Till Tobias Uwe Volker Walter Werner Wolfgang Mehmet Emre',
    women:
      'Agnes Alina Andrea Anja Anke Anna Annette Antonia Barbara Beate Birgit Carla Carolin Charlotte Clara Claudia Cornelia Dagmar Doris Elena Elif Elke Emilia Emma Erika Eva Franziska Frieda Gabriele Gisela Greta Hanna Hannah Heike Helga Ida Ingrid Ines Iris Jana Johanna Judith Julia Jutta Karin Katharina Katrin Kerstin Klara Lea Lena Leonie Lina Lisa Luise Magdalena Maike Maria Marie Martina Mathilda Melanie Mia Monika Nadine Nele Nina Petra Regina Renate Ruth Sabine Sandra Sarah Silke Simone Sonja Sophie Stefanie Susanne Svenja Tanja Theresa Ulrike Ursula Ute Vera Wiebke Yasemin',
    families:
      'Ackermann Albers Albrecht Arnold Bachmann Bauer Baumann Beck Becker Berger Bergmann Böhm Brandt Braun Brinkmann Busch Claasen Dietrich Dreyer Ebert Eckert Engel Ernst Fiedler Fischer Frank Franke Friedrich Fuchs Geiger Graf Groß Günther Haas Hahn Hansen Hartmann Heinrich Heller Herrmann Hoffmann Hofmann Horn Huber Jäger Jansen Jung Kaiser Kaya Keller Kessler Klein Koch Köhler König Kraft Kramer Krause Krüger Kuhn Kühn Lang Lange Lehmann Lorenz Ludwig Maier Martens Mayer Meißner Meyer Möller Mohr Müller Neumann Nowak Otto Peters Petersen Pfeiffer Pohl Reuter Richter Ritter Roth Sander Sauer Schäfer Schmidt Schmitt Schneider Schröder Schubert Schulz Schumacher Schwarz Seidel Simon Sommer Stein Thomas Vogel Vogt Voigt Wagner Walter Weber Weiß Wendt Werner Winkler Winter Wolf Yilmaz Ziegler Zimmermann',
  },
  fr: {
    men: 'Adrien Alain Alexandre Antoine Arnaud Arthur Aurélien Baptiste Benoît Bernard Bruno Cédric Charles Christophe Clément Daniel David Denis Didier Émile Éric Étienne Fabien Florent François Frédéric Gabriel Gérard Gilles Grégoire Guillaume Hugo Jacques Jean Jérôme Julien Karim Laurent Léo Louis Luc Marc Mathieu Maxime Mehdi Michel Nicolas Olivier Pascal Patrick Paul Philippe Pierre Quentin Raphaël Rémi Romain Sébastien Simon Stéphane Théo Thierry Thomas Vincent Xavier Yann Yves',
    women:
      'Adèle Agathe Agnès Alice Amandine Amélie Anaïs Anne Aurélie Béatrice Brigitte Camille Caroline Catherine Cécile Céline Chantal Charlotte Chloé Christine Claire Clémence Corinne Delphine Élise Élodie Emma Estelle Eva Fanny Florence Françoise Geneviève Hélène Inès Isabelle Jade Jeanne Julie Juliette Justine Laura Laure Léa Leïla Lucie Manon Margaux Marianne Marie Marine Marion Mathilde Mélanie Monique Nadia Nathalie Nicole Noémie Océane Odile Pauline Sandrine Sarah Sophie Stéphanie Sylvie Valérie Véronique Virginie Yasmine Zoé',
    families:
      'Adam André Aubert Bailly Barbier Barre Benoit Berger Bertin Bertrand Blanc Blanchard Bonnet Bouvier Boyer Brun Brunet Caron Carpentier Chevalier Clément Collet Colin Cordier David Denis Deschamps Dubois Dufour Dumas Dumont Dupont Dupuis Durand Étienne Fabre Faure Fernandez Fleury Fontaine Fournier François Gaillard Garnier Gautier Gérard Girard Giraud Guérin Guillot Haddad Henry Hubert Huet Jacquet Joly Julien Lacroix Lambert Laurent Leclerc Lefebvre Legrand Lemaire Leroux Leroy Lopez Lucas Mallet Marchand Marie Martin Masson Mathieu Mercier Meunier Meyer Michel Millet Moreau Morel Morin Moulin Muller Nicolas Noël Olivier Paris Perrin Petit Philippe Picard Pierre Prévost Renard Renaud Rey Richard Rivière Robert Roche Rolland Rousseau Roussel Roux Roy Royer Schmitt Simon Thomas Vidal Vincent',
  },
  es: {
    men: 'Adrián Agustín Alberto Alejandro Alfonso Álvaro Andrés Antonio Arturo Carlos César Cristian Daniel David Diego Eduardo Emilio Enrique Ernesto Esteban Federico Felipe Fernando Francisco Gabriel Gonzalo Guillermo Héctor Hugo Ignacio Iker Iván Jaime Javier Jesús Joaquín Jorge José Juan Julio Leonardo Lorenzo Luis Manuel Marcos Mario Martín Mateo Miguel Nicolás Óscar Pablo Pedro Rafael Ramón Raúl Ricardo Roberto Rodrigo Rubén Salvador Santiago Sergio Tomás Vicente Víctor Xavier',
    women:
      'Adriana Alba Alejandra Alicia Amparo Ana Andrea Ángela Antonia Aurora Beatriz Belén Blanca Carla Carmen Carolina Celia Clara Claudia Concepción Cristina Daniela Diana Dolores Elena Elisa Emma Esther Eva Fátima Francisca Gloria Inés Irene Isabel Julia Laura Leticia Lidia Lorena Lucía Luisa Manuela Margarita María Marina Marta Mercedes Mónica Natalia Nerea Noelia Nuria Olga Paloma Patricia Paula Pilar Raquel Rocío Rosa Sandra Sara Silvia Sofía Sonia Susana Teresa Valeria Verónica Victoria Yolanda',
    families:
      'Acosta Aguilar Alonso Álvarez Aranda Arias Ávila Ballesteros Benítez Blanco Bravo Caballero Calderón Campos Cano Carmona Carrasco Castillo Castro Cortés Crespo Cruz Delgado Díaz Díez Domínguez Durán Esteban Fernández Ferrer Flores Fuentes Gallardo Gallego Garrido Gil Giménez Gómez Guerrero Gutiérrez Hernández Herrera Herrero Hidalgo Ibáñez Iglesias Jiménez Lara León Lorenzo Lozano Luna Marín Márquez Medina Méndez Molina Montero Mora Morales Moreno Muñoz Navarro Nieto Núñez Ortega Ortiz Pascual Pastor Peña Pérez Prieto Ramírez Ramos Reyes Rivera Robles Rojas Román Romero Rubio Ruiz Sáez Sánchez Santana Santos Sanz Serrano Soler Soto Suárez Torres Vargas Vázquez Vega Velasco Vicente Vidal',
  },
  it: {
    men: 'Alberto Alessandro Alessio Alfredo Andrea Angelo Antonio Bruno Carlo Claudio Cristian Daniele Dario Davide Diego Domenico Edoardo Elia Emanuele Enrico Enzo Fabio Federico Filippo Francesco Franco Gabriele Gaetano Giacomo Gianluca Giorgio Giovanni Giulio Giuseppe Guido Ivan Jacopo Leonardo Lorenzo Luca Luigi Manuel Marcello Marco Mario Massimo Matteo Mattia Maurizio Michele Mirko Nicola Nicolò Paolo Pietro Raffaele Renato Riccardo Roberto Rocco Salvatore Samuele Sandro Sergio Simone Stefano Tommaso Umberto Valerio Vincenzo Vittorio',
    women:
      'Adele Agnese Alba Alessandra Alessia Alice Anna Antonella Arianna Aurora Barbara Beatrice Benedetta Bianca Carla Caterina Cecilia Chiara Claudia Cristina Daniela Debora Elena Eleonora Elisa Elisabetta Emma Erica Federica Flavia Francesca Gaia Giada Ginevra Giorgia Giovanna Giulia Giuseppina Grazia Ilaria Irene Laura Lidia Lisa Livia Loredana Lucia Luisa Maddalena Manuela Margherita Maria Marina Marta Martina Matilde Michela Monica Nicoletta Noemi Ornella Paola Patrizia Raffaella Rita Roberta Rosa Sabrina Sara Serena Silvia Simona Sofia Sonia Stefania Susanna Teresa Valentina Valeria Vanessa Veronica Viola',
    families:
      'Amato Barbieri Barone Basile Battaglia Bellini Benedetti Bernardi Bianchi Bianco Bruno Caputo Carbone Caruso Castelli Cattaneo Cirillo Colombo Conte Conti Coppola Costa Costantini Cristiani Damico Deangelis Deluca Derosa Donati Esposito Fabbri Farina Ferrara Ferrari Ferraro Ferretti Fiore Fontana Franco Fusco Galli Gallo Gatti Gentile Giordano Giuliani Grassi Grasso Greco Grimaldi Guerra Guidi Leone Lombardi Longo Lorusso Mancini Marchetti Mariani Marini Marino Marra Martelli Martinelli Martini Martino Mazza Mele Messina Milani Monti Morelli Moretti Morselli Neri Negri Orlandi Orlando Pace Pagano Palmieri Palumbo Parisi Pellegrini Pellegrino Piras Poli Ricci Rinaldi Riva Rizzi Rizzo Romano Rossetti Rossi Ruggiero Russo Sala Sanna Santini Santoro Serra Silvestri Sorrentino Testa Valente Valentini Villa Vitale Vitali',
  },
}

const list = (words: string): readonly string[] => words.split(' ')

export const names = Object.fromEntries(
  Object.entries(written).map(([language, { men, women, families }]) => [
    language,
    { men: list(men), women: list(women), families: list(families) },
  ]),
) as Readonly<Record<Language, Readonly<Record<keyof Names, readonly string[]>>>>
