/**
 * Tests of customers and their people.
 */
@NullMarked
package io.cesm.domain.customer;

import org.jspecify.annotations.NullMarked;
