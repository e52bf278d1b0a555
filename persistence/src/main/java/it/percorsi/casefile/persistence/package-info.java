@NullMarked
package it.percorsi.casefile.persistence;

import org.jspecify.annotations.NullMarked;
