@NullMarked
package it.percorsi.plan.persistence;

import org.jspecify.annotations.NullMarked;
