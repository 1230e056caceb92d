package io.cesm.domain.dimension;

/**
 * The main flow that has to act: product development, sales and delivery, or issue to
 * resolution.
 */
public enum Flow {

    IPD, LTC, ITR

}
