@NullMarked
package it.percorsi.assessment.web;

import org.jspecify.annotations.NullMarked;
