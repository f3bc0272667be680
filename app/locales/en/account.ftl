# The account: its sessions, the second factor, the password, the address; and why the portal asks again who someone is.
banner-factor-optional = The second factor is optional here: for demonstrations only.
refused-second-factor-needed = Your function needs a second factor before you can act. Everything else stays open to you.
refused-second-factor-title = A second factor is needed
refused-step-up-needed = This act needs your password again. Nothing you entered is lost.
refused-not-secretariat = Only the secretariat or an administrator can do this, and for nobody’s own account.
do-second-factor = Set up the second factor
do-step-up = Enter your password
fault-password-common = This password is among the first that attackers try. Take a few words that do not belong together.
fault-wrong-password = This is not the password of your account.
fault-wrong-factor-code = This code is not right, or it was used already. Wait for the next code of your app, or use a recovery code.
continue-button = Continue
# The hub.
account-title = My account
account-lede = What you are called, and what protects your account. Changes to its protection ask for your password again if you entered it more than a quarter of an hour ago.
account-email-confirmed = Confirmed
account-email-unconfirmed = Not confirmed yet
account-email-waiting = The new address is not confirmed yet
account-password-what = At least ten characters
account-factor-what = A code from your telephone beside the password
account-factor-on = { $left ->
    [0] On, no recovery code left
    [one] On, one recovery code left
   *[other] On, { $left } recovery codes left
}
account-factor-off = Off
account-factor-needed = Off, but your function needs it
account-logins-what = Where you are signed in
account-logins = { $count ->
    [one] This browser only
   *[other] { $count } browsers
}
account-changed-password = Your password is changed. All other browsers are signed out.
account-changed-email = Your e-mail address is changed
account-changed-factor-off = The second factor is off. All other browsers are signed out.
account-changed-proved = Thank you. You can go on.
# Sessions.
logins-title = Signed-in browsers
logins-lede = Browsers tell their names themselves. If you do not know one of these, sign it out and change your password.
logins-this = This browser
logins-end = Sign out
logins-end-others = Sign out everywhere else
logins-ended = Done. Who uses that browser must sign in again.
logins-since = Signed in { $time }
logins-seen = Last used { $time }
device-unknown = Unknown browser
device-words = { $browser } on { $system }
# Proving again who is there.
prove-title = Confirm that it is you
prove-lede = You are signed in as { $name }. What comes next can do harm in the wrong hands, so we ask once more.
prove-kept = Nothing you entered is lost: it is on the page that follows.
prove-password = Password
prove-code = Code
code-title = Enter your code
code-lede = Your account has a second factor. Open your authenticator app and enter the code it shows.
code-hint = Six digits from your authenticator app, or one of your recovery codes.
code-lost = Your device is not at hand?
code-lost-text = Use a recovery code: you kept ten of them when you set up the second factor, and each serves once. Without one, write to the secretariat, which can remove the second factor after making sure that it is you.
# The second factor.
factor-title = Second factor
factor-lede = With a second factor a stolen password alone opens nothing: signing in also asks for a code that only your device knows.
factor-needed = Your function needs a second factor. Set it up here; it takes two minutes, and then you can act.
factor-current = Your second factor is on
factor-since = Set up { $time }.
factor-codes-left = { $left ->
    [0] No recovery code is left. Make new ones.
    [one] One recovery code is left.
   *[other] { $left } recovery codes are left.
}
factor-new-codes = New recovery codes
factor-turn-off = Turn the second factor off
factor-off-required = Your function needs a second factor: once it is off, you can read what is public and your own, but not act, until you set up a new one.
factor-off-hint = Without it, your password alone opens your account.
factor-set-up = Set it up
factor-replace = Set up another device
factor-step-app = Open an authenticator app on your telephone or computer. Any app for TOTP codes will do.
factor-step-scan = Scan this picture with the app, or type the secret into it.
factor-qr = QR code of the secret below
factor-secret = Secret:
factor-step-code = Enter the code that the app now shows.
factor-code = Code
factor-code-hint = Six digits; they change every 30 seconds.
factor-button = Turn on
factor-done = The second factor is on. All other browsers are signed out.
codes-title = Recovery codes
codes-lede = Each of these signs you in once when your device is not at hand. Print them, or keep them where you keep your passwords.
codes-once = They are shown this once. Earlier codes no longer work.
codes-kept-button = I have kept them
# The password.
password-title = Password
password-lede = After the change all other browsers are signed out, and a mail tells you of it.
password-new = New password
password-hint = At least { $min } characters. A few words you can remember are better than symbols.
password-button = Change password
# The address.
email-title = E-mail address
email-lede = Your address is { $address }. We send a code to the new one; the old one holds until you enter it.
email-lede-unconfirmed = Your address is { $address } and is not confirmed yet. If it is mistyped, enter the right one: the code of the earlier mail becomes void, and a new mail is on its way.
email-new = New email
email-button = Change address
email-correct = Correct the address
email-sent = A mail with a code is on its way to { $address }.
email-link-title = Confirm your new e-mail address
# A forgotten password.
forgotten-title = Forgotten password
forgotten-lede = Enter the address of your account. We send a link to set a new password.
forgotten-button = Send the link
forgotten-sent = If you entered the address of an account, a mail with a link is on its way. The link is valid for one hour.
reset-title = Set a new password
reset-lede = All browsers are signed out then, and you sign in with the new password.
reset-done = Your new password is set. Sign in with it.
reset-failed = It was used already, a newer mail replaced it, or it is older than an hour.
# What the privacy page says of accounts.
privacy-account = Of your sign-ins: the names of browser and system as the browser tells them, when it signed in and when it was last used. Of a second factor: its secret, and hashes of your recovery codes.
# A form that waited.
resume-title = Go on where you were
resume-lede = What you entered is still here. Press the button to send it, as before.
resume-button = Send
resume-back = Open the page instead
# Mails. Each says what happened, when, from where, and what to do.
notice-greeting = Dear { $name },
notice-from = It happened on { $time }, from: { $device }.
notice-not-you = If this was not you: set a new password at { $link }, then write to the secretariat.
notice-new-device-subject = Sign-in from a new browser
notice-new-device = Your account was signed in to from a browser that has not been used with it before.
notice-password-subject = Your password was changed
notice-password = The password of your account was changed. All other browsers were signed out.
notice-factor-on-subject = Your second factor was set up
notice-factor-on = A second factor was set up for your account. Signing in now asks for its code. All other browsers were signed out.
notice-factor-off-subject = Your second factor was turned off
notice-factor-off = The second factor of your account was turned off. Your password alone opens it now.
notice-factor-removed-subject = Your second factor was removed
notice-factor-removed = The secretariat or an administrator removed the second factor of your account and signed all browsers out. The reason given: { $reason }
notice-recovery-subject = A recovery code was used
notice-recovery = { $left ->
    [0] A recovery code was used for your account. None is left: make new ones in your account.
    [one] A recovery code was used for your account. One is left.
   *[other] A recovery code was used for your account. { $left } are left.
}
notice-codes-subject = New recovery codes were made
notice-codes = New recovery codes were made for your account. The earlier ones no longer work.
notice-wrong-codes-subject = Somebody entered your password, but not your code
notice-wrong-codes = Somebody signed in with your password and entered wrong codes of your second factor several times. They did not get in. If it was not you, change your password: somebody knows it.
notice-email-subject = Your e-mail address was changed
notice-email = The address of your account was changed to { $address }. Mails go there from now on; this is the last one to the old address.
mail-new-email-subject = { $code }: confirm your new e-mail address
mail-new-email = You asked to use this address for your account. The code is { $code }
mail-new-email-link = Or open this link: { $link }
mail-reset-subject = Set a new password
mail-reset = Somebody, most likely you, asked for a new password for your account. Open this link within one hour to set it: { $link }
mail-reset-unknown = Somebody, most likely you, asked for a new password for this address. There is no account with it: perhaps you registered with another one, or not yet: { $link }
mail-reset-not-you = If you did not ask for it, there is nothing to do: without the link nothing changes.
