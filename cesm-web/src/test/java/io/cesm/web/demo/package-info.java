/** Tests of the demo company. */
@org.jspecify.annotations.NullMarked
package io.cesm.web.demo;
