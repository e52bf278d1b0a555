@NullMarked
package it.percorsi.programme.persistence;

import org.jspecify.annotations.NullMarked;
