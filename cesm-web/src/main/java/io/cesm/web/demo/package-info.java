/**
 * The demo company: an invented maker of equipment with invented customers, made through
 * the same doors as real records, marked, and removable with one click.
 */
@NullMarked
package io.cesm.web.demo;

import org.jspecify.annotations.NullMarked;
