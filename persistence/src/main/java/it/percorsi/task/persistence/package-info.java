@NullMarked
package it.percorsi.task.persistence;

import org.jspecify.annotations.NullMarked;
