package sluice.app.deid.recipe;

/** A recipe cannot be used; the message names the field and says what would be valid. Nothing has been changed. */
public final class RecipeException extends Exception {
    private static final long serialVersionUID = 1L;

    public RecipeException(String message) {
        super(message);
    }

    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}
