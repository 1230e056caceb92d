package io.cesm.domain.kernel;

/** A rule refuses the value of one field. */
public class FieldRefusal extends Refusal {

    private final String field;

    public FieldRefusal(String field, String code, Object... args) {
        super(code, args);
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }

}
