/** Percorsi: one person, one file, many bodies. */
@org.jspecify.annotations.NullMarked
package it.percorsi;
