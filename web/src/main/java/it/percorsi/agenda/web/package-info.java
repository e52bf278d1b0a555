@NullMarked
package it.percorsi.agenda.web;

import org.jspecify.annotations.NullMarked;
