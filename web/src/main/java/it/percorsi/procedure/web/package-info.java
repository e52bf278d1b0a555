@NullMarked
package it.percorsi.procedure.web;

import org.jspecify.annotations.NullMarked;
