@NullMarked
package it.percorsi.intake.web;

import org.jspecify.annotations.NullMarked;
