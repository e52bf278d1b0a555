/** Measures against a floor in the same run: {@code docs/development.md}, "Measuring". */
package it.percorsi.bench;
