/**
 * Tests of the customer and contact pages.
 */
@NullMarked
package io.cesm.web.customer;

import org.jspecify.annotations.NullMarked;
