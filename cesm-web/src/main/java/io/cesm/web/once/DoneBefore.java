package io.cesm.web.once;

/**
 * The same request has been carried out by somebody faster: the browser's other click.
 */
class DoneBefore extends RuntimeException {

    DoneBefore() {
        super("done before", null, false, false);
    }

}
