@NullMarked
package it.percorsi.assessment.persistence;

import org.jspecify.annotations.NullMarked;
