@NullMarked
package it.percorsi.access.web;

import org.jspecify.annotations.NullMarked;
