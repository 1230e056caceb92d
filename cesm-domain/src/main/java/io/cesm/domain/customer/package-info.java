/**
 * Customers as a tree, the people at them, who of us looks after them, and how any phone
 * or mail address leads to its person.
 */
@NullMarked
@NamedInterface("customer")
package io.cesm.domain.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
