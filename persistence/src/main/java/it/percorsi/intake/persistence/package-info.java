@NullMarked
package it.percorsi.intake.persistence;

import org.jspecify.annotations.NullMarked;
