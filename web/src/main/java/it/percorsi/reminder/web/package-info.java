@NullMarked
package it.percorsi.reminder.web;

import org.jspecify.annotations.NullMarked;
