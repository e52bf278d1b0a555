@NullMarked
package it.percorsi.seed.persistence;

import org.jspecify.annotations.NullMarked;
