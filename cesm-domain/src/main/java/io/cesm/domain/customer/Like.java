package io.cesm.domain.customer;

/** Makes LIKE patterns of what people type. */
final class Like {

    private Like() {
    }

    static String beginning(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

}
