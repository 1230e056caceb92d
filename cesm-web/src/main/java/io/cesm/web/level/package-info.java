/**
 * Pages and API of the four levels: the waterfall of a customer, the table over customers
 * and dimensions, and the readings behind every figure.
 */
@NullMarked
package io.cesm.web.level;

import org.jspecify.annotations.NullMarked;
