@NullMarked
package it.percorsi.seed;

import org.jspecify.annotations.NullMarked;
