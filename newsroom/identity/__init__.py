"""Identity: who signed what, and where a person's key is kept.

Knows keys, signatures and the two places a key may lie: the system's keyring, or a file of mode
0600 that a passphrase encrypts. Never imports the store, the desk or Qt, never reads the
environment, and never asks a question: a passphrase is given by the caller as a function.

Decisions made here: a member's id is the public key itself, so that a signature is checked with no
network and no directory; every call to the system's keyring has a time limit, because a locked one
may wait for a dialog that nobody sees; a key file that cannot be read is never written over.

Third-party homes: PyNaCl, keyring.
"""
