/**
 * SFTP (draft-ietf-secsh-filexfer-02, protocol version 3) over SSH 2 as destination: public key login, pinned host key,
 * pipelined uploads that resume by offset, digests computed by the server where it has a shell, else by reading back.
 * It refuses to trust a host key at first sight, passwords, and algorithms that rest on SHA-1 or CBC. It logs nothing:
 * what happens is told by typed failures. Sizes and offsets are bytes, times are seconds.
 */
package sluice.transfer.sftp;
