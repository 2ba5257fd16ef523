package sluice.transfer.queue;

import sluice.transfer.connector.TransferException;

/**
 * Why a delivery did not go through.
 *
 * @param code    stable word, {@link TransferException#code()}, or {@code Internal}
 * @param message what happened, what it means for the data, what can be done
 */
public record Failure(String code, String message) {
    static Failure of(TransferException e) {
        return new Failure(e.code(), e.getMessage());
    }
}
