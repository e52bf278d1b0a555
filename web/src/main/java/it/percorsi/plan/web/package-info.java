@NullMarked
package it.percorsi.plan.web;

import org.jspecify.annotations.NullMarked;
