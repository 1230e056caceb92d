/**
 * Pages of work orders, made for a phone on site, and their figures.
 */
@NullMarked
package io.cesm.web.workorder;

import org.jspecify.annotations.NullMarked;
