@NullMarked
package it.percorsi.casefile.web;

import org.jspecify.annotations.NullMarked;
