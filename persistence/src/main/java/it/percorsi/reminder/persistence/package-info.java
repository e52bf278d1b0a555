@NullMarked
package it.percorsi.reminder.persistence;

import org.jspecify.annotations.NullMarked;
