@NullMarked
package it.percorsi.administration.web;

import org.jspecify.annotations.NullMarked;
