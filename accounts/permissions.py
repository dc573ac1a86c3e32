"""What people may be allowed to do, each thing named once; `accounts.roles` says which role may do what."""

CORRECT = "accounts.correct"
WITHDRAW = "accounts.withdraw"
ERASE = "accounts.erase"
HIDE_NAMES = "accounts.hide_names"
BATCH = "accounts.batch"
KEEP_LISTS = "accounts.keep_lists"
USE_TOKENS = "accounts.use_tokens"
EXPORT_LARGE = "accounts.export_large"
MANAGE_ACCOUNTS = "accounts.manage_accounts"

IN_WORDS = {
    KEEP_LISTS: "keep lists",
    USE_TOKENS: "have tokens for the API",
    EXPORT_LARGE: "take large files along",
    CORRECT: "correct what was imported or found",
    WITHDRAW: "withdraw articles and restore them",
    ERASE: "erase articles for good",
    HIDE_NAMES: "hide the name of a person",
    BATCH: "change more than 500 things at once",
    MANAGE_ACCOUNTS: "invite people, change their roles and close accounts",
}


def codename(permission: str) -> str:
    """Return how a permission is called within this app: "correct" of "accounts.correct"."""
    return permission.partition(".")[2]
